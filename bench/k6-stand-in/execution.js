export default {
  scenario: { iterationInTest: 0 },
  vu: { idInTest: 1 },
  test: {
    abort(why) {
      throw new Error(why);
    },
  },
};
