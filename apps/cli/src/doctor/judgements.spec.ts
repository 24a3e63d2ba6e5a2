import { judgeSkew } from './database.js';
import { examineNode, judgeDisk } from './machine.js';
import { judgeRedis, readInfo } from './queue.js';

describe('the doctor judges', () => {
  it.each([
    ['20.18.3', 'bad'],
    ['20.19.0', 'good'],
    ['24.1.0', 'good'],
    ['18.20.0', 'bad'],
  ])('Node %s as %s', (version, state) => {
    expect(examineNode(version).state).toBe(state);
  });

  it.each([
    [0.3, 'bad'],
    [1.5, 'warning'],
    [40, 'good'],
  ])('%d GiB of free disk as %s', (gib, state) => {
    expect(judgeDisk(gib * 2 ** 30, '/data').state).toBe(state);
  });

  it.each([
    [-1_500, 'good'],
    [2_500, 'warning'],
    [-3_600_000, 'bad'],
  ])('clocks %d ms apart as %s', (skew, state) => {
    expect(judgeSkew(skew).state).toBe(state);
  });

  it('a Redis that evicts, forgets or is old, and says what to set', () => {
    const good = '# Server\r\nredis_version:7.2.4\r\n# Memory\r\nmaxmemory_policy:noeviction\r\n# Persistence\r\naof_enabled:1\r\n';
    expect(judgeRedis(readInfo(good)).map(({ state }) => state)).toEqual(['good', 'good', 'good']);
    const poor = judgeRedis(readInfo(good.replace('7.2.4', '6.2.1').replace('noeviction', 'allkeys-lru').replace('aof_enabled:1', 'aof_enabled:0')));
    expect(poor.map(({ state }) => state)).toEqual(['bad', 'bad', 'warning']);
    expect(poor.map(({ mend }) => mend)).toEqual([expect.stringContaining('Redis 7'), 'Set "maxmemory-policy noeviction".', 'Set "appendonly yes".']);
  });
});
