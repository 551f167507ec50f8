import type { Plugin } from 'vite';

/** Cloudscape's icons that this page does not show: of media, feelings and assistants. */
const absent =
  /^(?:audio|backward|bug$|closed-caption|command-prompt|convert-code|edit-gen|exit-full|face|forward-10|full-screen|heart|location|microphone|mini-player|multiscreen|search-gen|stop-circle|suggestions|thumbs|ticket|transcript|video|zoom)/;

const drawings = /components\/icon\/generated\/icons\.js$/;
/** An icon begins a line of that file; its parts are indented below. */
const drawing = /^ {4}"([\w-]+)": .*\n(?: {8}.*\n)*/gm;
const literal = /["'`]([a-z][a-z\d-]*)["'`]/g;

/** Leaves 4 kB gzip of drawings out of the first load; the build fails where one of them is named after all. */
export function leaveOutIcons(): Plugin {
  const left = new Set<string>();
  return {
    name: 'leave-out-icons',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: drawings },
      handler(code) {
        const kept = code.replace(drawing, (drawn, name: string) => {
          if (!absent.test(name)) return drawn;
          left.add(name);
          return '';
        });
        return { code: kept, map: null };
      },
    },
    buildEnd(error) {
      if (error !== undefined) return;
      if (left.size === 0) this.error(`leave-out-icons: nothing matches ${drawings}`);
      for (const id of this.getModuleIds())
        for (const [, name = ''] of this.getModuleInfo(id)?.code?.matchAll(literal) ?? [])
          if (left.has(name)) this.error(`leave-out-icons: ${name} is shown now, by ${id}`);
    },
  };
}
