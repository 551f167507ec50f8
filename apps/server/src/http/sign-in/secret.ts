import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, as text that needs no escaping anywhere. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Whether the text is the secret of that digest, in a time that depends on neither. */
export const isSecret = (text: string, of: Buffer): boolean => timingSafeEqual(digest(text), of);
