import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { mayUseRoute, routeRuleOn, routeRules } from '../../shared/programmes/route-rules.ts';
import { routes } from '../../shared/programmes/routes.ts';

const day = asPlainDate('2026-11-20');

describe('who may use a route', () => {
  it('an internship is not for doctors and dentists; an award and the Associate PI Scheme are', () => {
    expect(mayUseRoute('internship', 'Medical and Dental', day).kind).toBe('not-allowed');
    expect(mayUseRoute('internship', 'Allied Health Professionals', day).kind).toBe('allowed');
    for (const route of ['predoctoral', 'doctoral', 'postdoctoral', 'associate-pi'] as const) {
      expect(mayUseRoute(route, 'Medical and Dental', day).kind, route).toBe('allowed');
      expect(mayUseRoute(route, 'Estates and Ancillary', day).kind, route).toBe('not-allowed');
    }
  });

  it('no list of groups holds for a direct appointment', () => {
    expect(mayUseRoute('appointed', 'Administrative and Clerical', day)).toEqual({ kind: 'allowed' });
  });

  it('goes by the rule in force on the day, and before the first is not known', () => {
    expect(mayUseRoute('doctoral', 'Healthcare Scientists', asPlainDate('2024-12-31')).kind).toBe(
      'not-known',
    );
    expect(mayUseRoute('doctoral', 'Healthcare Scientists', asPlainDate('2025-01-01')).kind).toBe('allowed');
    const later = { ...routeRules[0]!, effectiveFrom: asPlainDate('2027-01-01'), groups: null };
    const rules = [later, ...routeRules];
    expect(mayUseRoute('internship', 'Medical and Dental', day, rules).kind).toBe('not-allowed');
    expect(mayUseRoute('internship', 'Medical and Dental', asPlainDate('2027-01-01'), rules).kind).toBe(
      'allowed',
    );
  });

  it('every route but the framework has a rule with its source, and a refusal says why', () => {
    const without = routes.filter((route) => routeRuleOn(route, day) === null);
    expect(without).toEqual(['framework']);
    for (const { rule, source } of routeRules)
      expect([rule, source].every((text) => text.length > 10)).toBe(true);
    expect(mayUseRoute('internship', 'Medical and Dental', day)).toMatchObject({
      why: 'Medical and Dental: For registered health and care professionals other than doctors and dentists.',
    });
  });
});
