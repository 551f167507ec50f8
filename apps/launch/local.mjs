// npm run local -- [flags]: only the CloudTrail endpoint of this machine.
import './node-version.mjs';
import { pathToFileURL } from 'node:url';
import { at } from './places.mjs';
import { prepare } from './prepare.mjs';

await prepare(['local']);
await import(pathToFileURL(at('packages/cloudtrail-local/dist/cli.js')).href);
