export const anyRun = -1;
export const anyOne = -2;

/** A pattern as code points, anyRun and anyOne. `\*`, `\?` and `\\` are the characters themselves. */
export function globSteps(pattern: string): readonly number[] {
  const steps: number[] = [];
  const points = Array.from(pattern);
  for (let i = 0; i < points.length; i++) {
    const point = points[i] ?? '';
    const next = points[i + 1];
    if (point === '\\' && (next === '*' || next === '?' || next === '\\')) {
      steps.push(next.charCodeAt(0));
      i++;
    } else if (point === '*') {
      if (steps.at(-1) !== anyRun) steps.push(anyRun);
    } else steps.push(point === '?' ? anyOne : (point.codePointAt(0) ?? 0));
  }
  return steps;
}

/**
 * Whether more than one `*` is followed by something, so that who tries one place after the other may have to try all
 * pairs of them. An engine tries such patterns by an expression, which takes a state for each set of places where it has
 * got to: on text made for that twice as many with each `?`, for which filterLimits has so few of them.
 */
export const goesBackTwice = (steps: readonly number[]): boolean =>
  steps.slice(0, -1).filter((step) => step === anyRun).length > 1;

/**
 * `*` any characters, `?` one character (a code point), the whole value, case-sensitive.
 * Two pointers and one remembered star: time is at most value × pattern, there is nothing to backtrack into.
 */
export function glob(pattern: string): (value: string) => boolean {
  const steps = globSteps(pattern);
  return (value) => {
    let at = 0;
    let step = 0;
    let star = -1;
    let resume = 0;
    while (at < value.length) {
      const point = value.codePointAt(at) ?? 0;
      const wanted = steps[step];
      if (wanted === anyRun) {
        star = step++;
        resume = at;
      } else if (wanted === point || wanted === anyOne) {
        step++;
        at += point > 0xffff ? 2 : 1;
      } else if (star >= 0) {
        step = star + 1;
        resume += (value.codePointAt(resume) ?? 0) > 0xffff ? 2 : 1;
        at = resume;
      } else return false;
    }
    while (steps[step] === anyRun) step++;
    return step === steps.length;
  };
}
