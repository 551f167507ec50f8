import { z } from 'zod';

// Zod would try `new Function` for speed when the first schema is made; the page's security policy reports the attempt.
z.config({ jitless: true });
