import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { groupAt, isAt } from '../../client/app/navigation.ts';
import { searchOf } from '../../client/app/search.ts';
import { actionInWords } from '../../client/admin/action-in-words.ts';
import { asErrorCode, codeOf, errorText, HttpRefusal } from '../../client/app/error-text.ts';

describe('the state of a page in its address', () => {
  const { validateSearch } = searchOf(
    { learners: z.int().min(0).max(500), tab: z.enum(['chart', 'table']) },
    { learners: 0, tab: 'chart' },
  );
  const read = validateSearch as (raw: object) => { readonly learners: number; readonly tab: string };

  test('a value that does not fit becomes its default and takes no other value down with it', () => {
    expect(read({ learners: 14, tab: 'pie' })).toEqual({ learners: 14, tab: 'chart' });
    expect(read({ learners: -1, tab: 'table' })).toEqual({ learners: 0, tab: 'table' });
  });

  test('what is missing is the default, and what is unknown is dropped', () => {
    expect(read({ name: 'somebody' })).toEqual({ learners: 0, tab: 'chart' });
  });
});

describe('navigation', () => {
  test('a team keeps Release and "Teams by week" current, and Cover to book is part of Release', () => {
    expect(groupAt('/release/0190-abc')?.label).toBe('Release');
    expect(isAt('/release/0190-abc', '/release')).toBe(true);
    expect(groupAt('/backfill')?.label).toBe('Release');
  });

  test('Overview is current only at the root, and Admin in no group', () => {
    expect(groupAt('/')?.label).toBe('Overview');
    expect(groupAt('/pipeline')?.label).toBe('Pipeline');
    expect(groupAt('/admin')).toBeNull();
    expect(isAt('/releases', '/release')).toBe(false);
  });
});

describe('words for what went wrong', () => {
  test('a refusal keeps the words of the server under a heading of its code', () => {
    expect(errorText(new HttpRefusal('too-many-requests', 'Wait a minute.'))).toEqual({
      title: 'Too many requests',
      text: 'Wait a minute.',
    });
    const refused = Object.assign(new Error('Type the name.'), { data: { code: 'needs-confirmation' } });
    expect(codeOf(refused)).toBe('needs-confirmation');
    expect(errorText(refused)).toEqual({ title: 'Confirm this first', text: 'Type the name.' });
  });

  test('a server that cannot be reached is not blamed on the person, and a code of somebody else is no code', () => {
    expect(errorText(new TypeError('Failed to fetch')).title).toBe('The server cannot be reached');
    expect(asErrorCode('UNAUTHORIZED')).toBeNull();
    expect(errorText(new Error('x is undefined')).text).not.toContain('undefined');
  });
});

describe('the audit log', () => {
  test('an action is read in words', () => {
    expect(actionInWords('trust.replaceWithOurData')).toBe('Trust: replace with our data');
    expect(actionInWords('session.sign-in')).toBe('Session: sign in');
    expect(actionInWords('restore')).toBe('Restore');
  });
});
