import '@cloudscape-design/global-styles/index.css';
import './ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { arrive } from './api/sign-in.ts';
import { App } from './shell/app.tsx';
import { loadTheRestOnce } from './ui/loading/lazily.ts';

// Before anything else can look at the address: the token in it works once and must not stay.
const arrival = arrive();

const root = document.getElementById('root');
if (root) createRoot(root).render(<App arrival={arrival} />);

// A page without a list has no first rows to wait for.
setTimeout(loadTheRestOnce, 30_000);
