import { expect, test } from 'vitest';
import { readFlags } from './flags.ts';

test('without flags: samples on port 4518 of this machine, two requests a second', () => {
  expect(readFlags([])).toMatchObject({
    port: 4518,
    host: '127.0.0.1',
    records: [],
    samples: true,
    ratePerSecond: 2,
    latencyMs: 0,
    seed: 1,
  });
});

test('records replace the samples, unless both are asked for', () => {
  expect(readFlags(['--records', 'a', '--records', 'b'])).toMatchObject({
    records: ['a', 'b'],
    samples: false,
  });
  expect(readFlags(['--records', 'a', '--samples'])).toMatchObject({ samples: true });
});

test('everything else', () => {
  const flags =
    '--now 2024-11-30T12:00:00Z --rate 0 --latency 40 --seed 7 --fault throttle=0.1,late=0.5';
  expect(readFlags(flags.split(' '))).toMatchObject({
    now: Date.parse('2024-11-30T12:00:00Z'),
    ratePerSecond: 0,
    latencyMs: 40,
    seed: 7,
    faults: [
      { kind: 'throttle', p: 0.1 },
      { kind: 'late', p: 0.5 },
    ],
  });
});

test.each([
  ['--port 70000', 'from 0 to 65535'],
  ['--port x', 'from 0 to 65535'],
  ['--rate -1', 'must be a number, 0 or more'],
  ['--now yesterday', 'such as 2024-11-30T12:00:00Z'],
  ['--now 2024-11-30T12:00:00Z --redate', 'cannot be used with'],
  ['--fault fire=1', 'fire=1 is no fault'],
  ['--fault throttle=2', 'throttle=2 is no fault'],
  ['--fault throttle=', 'throttle= is no fault'],
  ['--accounts nowhere.json', 'nowhere.json cannot be read'],
  ['--colour red', 'unknown option'],
  ['records.json', 'too many arguments'],
])('%s is refused in one line', (flags, why) => {
  expect(() => readFlags(flags.split(' '))).toThrow(why);
});
