// npm start -- [flags]: install and build what changed, then be the server.
import './node-version.mjs';
import { pathToFileURL } from 'node:url';
import { at } from './places.mjs';
import { prepare } from './prepare.mjs';

await prepare(['local', 'server', 'web']);
// In this very process: its signals, terminal and exit code are the server's.
await import(pathToFileURL(at('apps/server/dist/main.js')).href);
