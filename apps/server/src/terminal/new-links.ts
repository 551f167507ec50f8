import { createInterface } from 'node:readline';

/**
 * Calls back whenever the person at the terminal asks for a new sign-in link: by Enter, or by a signal where no terminal
 * is attached (a container). @returns how to ask, in words
 */
export function onLinkWanted(print: () => void): string {
  if (process.stdin.isTTY) {
    createInterface({ input: process.stdin }).on('line', print);
    return 'Press Enter for a new one.';
  }
  // SIGUSR1 is taken: Node.js opens its debugger on it.
  process.on('SIGUSR2', print);
  return `For a new one: kill -USR2 ${process.pid}`;
}
