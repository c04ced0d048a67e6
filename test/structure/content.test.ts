/** What no file may hold: other machines' paths and addresses, unfinished words, checks switched off, colours outside the theme. */
import { describe, expect, it } from 'vitest';
import { isCode, isTest, listFiles, readText } from './tracked.ts';

const binary = /\.(png|ico|woff2?|gz|zip|pdf)$/;
const files = listFiles().filter((path) => !binary.test(path));
const code = files.filter(isCode);
/** These tests spell out what they look for. */
const self = /^test\/structure\//;

/** "path:line text" of every line that matches. */
function find(paths: string[], pattern: RegExp): string[] {
  return paths
    .filter((path) => !self.test(path))
    .flatMap((path) =>
      readText(path)
        .split('\n')
        .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${line.trim().slice(0, 120)}`] : [])),
    );
}

describe('content', () => {
  it('names no path of one machine', () => {
    expect(find(files, /(^|[\s"'`(=:])\/(work|root|home\/[a-z]+|Users\/[A-Za-z]+|tmp)\/|[A-Z]:\\Users\\/)).toEqual([]);
  });

  it('names no package registry', () => {
    expect(find(files, /registry\.(npmjs|yarnpkg)\.|npm\.pkg\.github|"resolved": *"http|\b(registry|proxy)=http/)).toEqual([]);
  });

  it('holds no key, password or token', () => {
    expect(
      find(
        files,
        /-----BEGIN [A-Z ]*PRIVATE KEY-----|AccountKey=[A-Za-z0-9+/]{20}|\beyJ[A-Za-z0-9_-]{20,}\.eyJ|\bgh[pousr]_[A-Za-z0-9]{30}/,
      ),
    ).toEqual([]);
  });

  it('leaves nothing unfinished', () => {
    expect(find(code, /\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
    expect(find(code, /not implemented|\bfor now\b|\bin a real\b|\bplaceholder implementation\b|\bstubbed\b/i)).toEqual([]);
  });

  it('switches no check off', () => {
    expect(find(code, /@ts-(ignore|nocheck|expect-error)|eslint-disable|prettier-ignore|\bas any\b|: any\b|<any>/)).toEqual([]);
  });

  it('has no test that is switched off or alone', () => {
    expect(find(code.filter(isTest), /\b(it|test|describe)\.(only|todo|skip|fails)\(|\bx(it|describe)\(/)).toEqual([]);
  });

  it('mocks no module and sleeps in no test', () => {
    expect(find(code.filter(isTest), /\bvi\.(mock|doMock|spyOn)\(|setTimeout\(\s*(resolve|done|r)\b|waitForTimeout\(|\bsleep\(/)).toEqual(
      [],
    );
  });

  it('names the hosts of Microsoft only where they are called or answered', () => {
    const callers = /^(api\/platform\/(graph|identity|endpoint)\/|bot\/|infra\/|test\/|appPackage\/)/;
    const elsewhere = code.filter((path) => !callers.test(path) && !isTest(path));
    expect(find(elsewhere, /graph\.microsoft\.com|login\.microsoftonline\.com|login\.botframework\.com/)).toEqual([]);
  });

  it('colours the tab with Fluent tokens only', () => {
    const styles = files.filter((path) => /^tabs\/.*\.(css|html)$/.test(path));
    expect(find(styles, /#[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(/i)).toEqual([]);
  });

  it('says at the top of every file what it is for', () => {
    // A test beside a file is about that file, which its name says.
    const speaking = code.filter((path) => /\.tsx?$/.test(path) && !/^(?!test\/).*\.test\.tsx?$/.test(path));
    const silent = speaking.filter((path) => !/^(#!.*\n)?\s*\/(\*\*?|\/)/.test(readText(path)));
    expect(silent).toEqual([]);
  });
});
