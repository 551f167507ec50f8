// npm run build: everything that npm start would build.
import './node-version.mjs';
import { prepare } from './prepare.mjs';

await prepare(['local', 'server', 'web']);
