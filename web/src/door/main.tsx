import '../look/tokens.css';
import '../look/base.css';
import { openApp } from '../app/openApp';
import { Door } from './app/Door';
import { DOOR } from './app/paths';

openApp(<Door />, DOOR);
// `npm run dev` has none.
if (import.meta.env.PROD)
  navigator.serviceWorker?.register('/door-sw.js', { scope: DOOR }).catch(console.warn);
