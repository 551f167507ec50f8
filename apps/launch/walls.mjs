import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Room A folder of the sources and what its files may import.
 * @property {string} [because] What the room is; said where an import is refused.
 * @property {readonly string[]} [on] The rooms beside it that it stands on, each named before it: imports go one way.
 * @property {boolean} [knows] Whether it may import files of the folder that it stands in. Otherwise that folder shows it.
 * @property {readonly string[]} [opens] Those of its rooms that its own files may import; all when absent.
 * @property {readonly string[]} [uses] What it, and all in it, may import from outside, of what its house names.
 * @property {Readonly<Record<string, Room>>} [rooms] Its folders, the lowest first: all of them or none.
 *
 * @typedef {Room & { folder: string, outside: readonly string[] }} House
 * `outside`: how the names of packages begin that only some rooms may import.
 */

/**
 * The plan of a house as oxlint's overrides. Each folder on the disk has one of its own, for only from there it is known
 * which room `../../x/` is.
 *
 * @param {string} checkout
 * @param {House} house
 * @throws {Error} where plan and folders differ, or a room stands on one that is not below it
 */
export const wallsOf = (checkout, house) => overridesOf({ checkout, house }, house.folder, house);

/** @returns {object[]} Of a folder and all in it. `around`: the walls of the rooms that it lies in, innermost last. */
function overridesOf(whole, folder, room, around = []) {
  const folders = foldersIn(join(whole.checkout, folder));
  check(folder, room, folders);
  const patterns = [outsideOf(whole.house, room), ...around.flatMap(patternsOf), inward(room)];
  const here = {
    files: [`${folder}/*`],
    rules: { 'no-restricted-imports': ['error', { patterns: patterns.filter(Boolean) }] },
  };
  const further = around.map((wall) => ({ ...wall, up: wall.up + 1 }));
  const inner = folders.flatMap((name) => {
    const uses = room.rooms?.[name]?.uses ?? room.uses;
    const child = { ...room.rooms?.[name], uses };
    const walls = room.rooms
      ? [...further, { up: 1, name, room: child, beside: folders }]
      : further;
    return overridesOf(whole, `${folder}/${name}`, child, walls);
  });
  return [here, ...inner];
}

const foldersIn = (path) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'test')
    .map(({ name }) => name);

function check(folder, { rooms }, folders) {
  if (!rooms) return;
  const planned = Object.keys(rooms);
  const unplanned = folders.find((name) => !planned.includes(name));
  if (unplanned) throw new Error(`${folder}/${unplanned} has no walls: say what it stands on`);
  const gone = planned.find((name) => !folders.includes(name));
  if (gone) throw new Error(`${folder}/${gone} has walls and is not there`);
  for (const [at, name] of planned.entries())
    for (const below of rooms[name].on ?? [])
      if (!planned.slice(0, at).includes(below))
        throw new Error(`${folder}/${name} stands on ${below}, which is not below it`);
}

const outsideOf = ({ outside, folder }, { uses = [] }) =>
  pattern(
    `^${oneOf(outside.filter((name) => !uses.includes(name)))}`,
    `Of what not every room of ${folder} may import, this one uses ${listed(uses)}.`,
  );

function patternsOf({ up, name, room: { on = [], knows, because }, beside }) {
  const ups = String.raw`^(\.\./){${up}}`;
  const others = beside.filter((other) => other !== name && !on.includes(other));
  const reason = because ? ` ${because}` : '';
  return [
    pattern(`${ups}${oneOf(others)}/`, `${name} stands on ${listed(on)} beside it.${reason}`),
    !knows && pattern(`${ups}[^/]+$`, `${name} is shown by the folder it stands in.${reason}`),
  ];
}

const inward = ({ rooms, opens, because = '' }) =>
  rooms &&
  opens &&
  pattern(
    String.raw`^\./${oneOf(Object.keys(rooms).filter((name) => !opens.includes(name)))}/`,
    `Of the rooms in here these files know ${listed(opens)}. ${because}`,
  );

/** Never of nothing: an empty choice would refuse everything. */
const pattern = (regex, message) => !regex.includes('()') && { regex, message };
const oneOf = (names) => `(${names.map((name) => name.replaceAll('.', '\\.')).join('|')})`;
const listed = (names) => (names.length > 0 ? names.join(', ') : 'nothing');
