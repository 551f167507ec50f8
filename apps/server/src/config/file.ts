import { readFileSync } from 'node:fs';
import { type ConfigFile, configFile, issueLines } from './settings.ts';

/** Reads the configuration file, or says in one line each what is wrong with it. */
export function readConfigFile(
  path: string,
):
  | { readonly file: ConfigFile; readonly problems?: undefined }
  | { readonly problems: string[]; readonly file?: undefined } {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return {
      problems: [
        `${path}: ${code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${String(code)})`}`,
      ],
    };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problems: [`${path}: it is not JSON (${(error as Error).message})`] };
  }
  const parsed = configFile.safeParse(value);
  return parsed.success
    ? { file: parsed.data }
    : { problems: issueLines(parsed.error).map((line) => `${path}: ${line}`) };
}
