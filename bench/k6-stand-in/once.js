// node once.js MODULE: what k6 does with a module, for one iteration.
import { pathToFileURL } from 'node:url';
import { counts } from './k6.js';

const module = await import(pathToFileURL(process.argv[2]));
const data = module.setup?.();
module.default(data);
module.teardown?.(data);
console.log(`${counts.requests} requests, ${counts.passed} checks held, ${counts.failed} did not`);
process.exit(counts.failed === 0 ? 0 : 1);
