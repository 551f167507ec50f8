// npm run local -- [flags]: only the CloudTrail endpoint of this machine.
import './node-version.mjs';
import { pathToFileURL } from 'node:url';
import { build } from './builds.mjs';
import { install } from './install.mjs';
import { at } from './places.mjs';

await install();
await build(['local']);
await import(pathToFileURL(at('packages/cloudtrail-local/dist/cli.js')).href);
