/** The oldest Node.js that the dependencies run on. */
const oldest = [20, 19];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  console.error(
    `Trailglass needs Node.js ${oldest.join('.')} or newer; this is ${process.versions.node}. Get one from https://nodejs.org or your version manager.`,
  );
  process.exit(1);
}
