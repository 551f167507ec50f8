const longest = 2048;

/**
 * One spelling per path, so that what is checked is what is served.
 * @returns why a path is refused, or undefined for a path that means exactly what it says.
 */
export function pathFlaw(path: string): string | undefined {
  if (!path.startsWith('/')) return 'The path must begin with a slash.';
  if (path.length > longest) return `The path is longer than ${longest} characters.`;
  if (!/^[\x21-\x7e]*$/.test(path)) return 'The path has characters that must be percent-encoded.';
  if (path.includes('//')) return 'The path has an empty segment.';
  if (/[\\#]|%2f|%5c|%[01][0-9a-f]|%7f/i.test(path)) {
    return 'The path has a hidden separator or control character.';
  }
  for (const segment of path.split('/')) {
    const decoded = decodePart(segment);
    if (decoded === undefined) return 'The path is not valid percent-encoding.';
    if (decoded === '.' || decoded === '..') return 'The path has a dot segment.';
  }
  return undefined;
}

/** Percent-decoded UTF-8, or undefined where it is malformed. */
export function decodePart(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
