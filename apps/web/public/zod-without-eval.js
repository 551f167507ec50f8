// Zod would try `new Function` for speed when the first schema is made, wherever in the chunks that is; the page's
// security policy forbids it and reports the attempt. Its configuration is global, so it can be set before all of them.
globalThis['__zod_globalConfig'] = { jitless: true };
