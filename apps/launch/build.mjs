// npm run build: everything that npm start would build.
import './node-version.mjs';
import { build } from './builds.mjs';
import { install } from './install.mjs';

await install();
await build(['local', 'server', 'web']);
