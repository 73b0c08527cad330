import { createLog } from '../src/log';

describe('the log', () => {
  const logging = () => {
    const lines: string[] = [];
    return { lines, log: createLog('info', { write: (line) => lines.push(line) }) };
  };

  it('writes only what is allowed, whatever it is handed', () => {
    const { lines, log } = logging();
    const smuggled = { requestId: 'req_1', street: 'Kerkstraat', toString: 'x', body: { key: 'kl_secret' } };
    log.info(smuggled, 'answered');
    expect(JSON.parse(lines[0]!)).toEqual({
      level: 'info',
      time: expect.any(Number),
      requestId: 'req_1',
      msg: 'answered',
    });
  });

  it('says where an error was thrown, not with what', () => {
    const { lines, log } = logging();
    log.error(
      { error: Object.assign(new TypeError('1234 AB\n    12 Kerkstraat'), { code: 'E_X' }) },
      'failed',
    );
    const { error } = JSON.parse(lines[0]!);
    expect(error).toMatchObject({ name: 'TypeError', code: 'E_X' });
    expect(error.at[0]).toContain('log.test.ts');
    expect(lines[0]).not.toMatch(/\b1234\b|Kerkstraat/);
  });

  it('leaves out what is less serious than asked for', () => {
    const { lines, log } = logging();
    log.debug({}, 'detail');
    expect(lines).toEqual([]);
  });
});
