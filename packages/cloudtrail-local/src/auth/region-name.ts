/** The shapes of Region names in AWS's partitions (their own partition list, `regionRegex`). */
const shapes = [
  /^(us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-\d+$/,
  /^cn-[a-z]+-\d+$/,
  /^us-gov-[a-z]+-\d+$/,
  /^(us-iso|us-isob|us-isof|eu-isoe|eusc)-[a-z]+-\d+$/,
];

export const looksLikeRegion = (name: string): boolean =>
  name.length <= 40 && shapes.some((shape) => shape.test(name));
