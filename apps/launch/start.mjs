// npm start -- [flags]: install and build what changed, then be the server.
import './node-version.mjs';
import { pathToFileURL } from 'node:url';
import { build } from './builds.mjs';
import { install } from './install.mjs';
import { at } from './places.mjs';

await install();
await build(['local', 'server', 'web']);
// In this very process: its signals, terminal and exit code are the server's.
await import(pathToFileURL(at('apps/server/dist/main.js')).href);
