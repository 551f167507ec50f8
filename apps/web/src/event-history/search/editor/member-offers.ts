import type { Completion, CompletionResult } from '@codemirror/autocomplete';
import type { Members } from '@trailglass/api';
import { parseSubject, type Subject, subjectText } from '@trailglass/query';
import { counted } from '../../../ui/numbers/count.ts';
import { safeString } from '../../../ui/safe-text/marks.ts';
import type { RecordMembers } from '../values/record-members.ts';
import type { Expected } from './expected.ts';
import { offer } from './offer.ts';

type Path = Extract<Subject, { kind: 'path' }>;

/** The path that is being continued, and the beginning of the next name; undefined for what is no path. */
export function continued(
  typed: string,
): { readonly path: Path; readonly begun: string } | undefined {
  const [, before, begun = ''] = /^(.+)\.("?[^."]*)$/s.exec(typed) ?? [];
  const subject = before === undefined ? undefined : parseSubject(before);
  return subject?.kind === 'path' ? { path: subject, begun: begun.replace(/^"/, '') } : undefined;
}

/** Names that stand below the path that is being written, in the newest events read; null where none do. */
export async function memberOffers(
  at: Expected,
  members: RecordMembers,
  signal: AbortSignal,
): Promise<CompletionResult | null> {
  const place = continued(at.typed);
  if (!place) return null;
  const found = await members.below(subjectText(place.path), signal);
  const options = found ? offersOf(found, place.path, place.begun) : [];
  return options.length === 0 ? null : { from: at.from, to: at.to, options, filter: false };
}

/** Those whose names begin so come first, then those that contain it. */
export function offersOf(found: Members, { path }: Path, begun: string): readonly Completion[] {
  const part = begun.toLowerCase();
  const fits = found.members.filter(({ name }) => name.toLowerCase().includes(part));
  const [first, then] = [true, false].map((start) =>
    fits.filter(({ name }) => name.toLowerCase().startsWith(part) === start),
  );
  const section = {
    name: `Below it in the newest ${counted(found.events, 'event')} read`,
    rank: 1,
  };
  return [...(first ?? []), ...(then ?? [])].flatMap(({ name, events, holds }): Completion[] => {
    const text = subjectText({ kind: 'path', path: [...path, name] });
    if (parseSubject(text) === undefined) return [];
    return [
      offer(
        {
          label: safeString(text, 200),
          detail: holds ? `${events.toLocaleString('en')} …` : events.toLocaleString('en'),
          section,
          type: 'path',
        },
        { text: `${text}${holds ? '.' : ':'}`, goesOn: true },
      ),
    ];
  });
}
