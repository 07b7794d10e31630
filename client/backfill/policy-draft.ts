import { bankOnlyPolicy, coverPolicySchema, type CoverPolicy } from '../../shared/backfill/cover-policy.ts';
import { boughtRungs, type BoughtRung } from '../../shared/pay/rungs.ts';
import { rungNames } from './rung-names.ts';

/** A policy as it is typed: percent, pounds, hours and weeks as text. */
export type PolicyDraft = {
  readonly ownTime: string;
  /** Empty leaves the team sheet's. */
  readonly absorbed: string;
  /** Every rung, in the order of the policy; a share of 0 is not used. */
  readonly rungs: readonly { readonly rung: BoughtRung; readonly share: string; readonly pounds: string }[];
  /** "0: 50, 8: 85": weeks of notice and percent filled. */
  readonly fillByNotice: string;
  readonly lagWeeks: string;
  readonly lateChance: string;
  /** "7, 6": highest band first. */
  readonly actingUp: string;
  readonly medicalGrade: string;
  readonly shiftHours: string;
  readonly coverBand: string;
  /** Empty is no high cost area. */
  readonly highCostArea: string;
  /** Percent of the hours at night or on Saturdays, and on Sundays or bank holidays; the rest is by day. */
  readonly nights: string;
  readonly sundays: string;
};

function percentText(bp: number | null): string {
  return bp === null ? '' : String(bp / 100);
}

export function draftOfPolicy(policy: CoverPolicy = bankOnlyPolicy): PolicyDraft {
  const used = policy.rungs.map(({ rung, shareBp, pence }) => ({
    rung,
    share: percentText(shareBp),
    pounds: pence === null ? '' : (pence / 100).toFixed(2),
  }));
  const others = boughtRungs.filter((rung) => !used.some((one) => one.rung === rung));
  return {
    ownTime: percentText(policy.ownTimeBp),
    absorbed: percentText(policy.absorbedBp),
    rungs: [...used, ...others.map((rung) => ({ rung, share: '0', pounds: '' }))],
    fillByNotice: [...policy.fillByNotice]
      .sort((a, b) => a.weeks - b.weeks)
      .map(({ weeks, fillBp }) => `${weeks}: ${fillBp / 100}`)
      .join(', '),
    lagWeeks: String(policy.lagWeeks),
    lateChance: percentText(policy.lateChanceBp),
    actingUp: policy.actingUp.join(', '),
    medicalGrade: policy.medicalGrade ?? '',
    shiftHours: policy.shiftMinutes === null ? '' : String(policy.shiftMinutes / 60),
    coverBand: policy.coverBand ?? '',
    highCostArea: policy.highCostArea ?? '',
    nights: percentText(policy.hoursByKind['saturday-or-night']),
    sundays: percentText(policy.hoursByKind['sunday-or-bank-holiday']),
  };
}

/** A rung one place earlier; the first stays. */
export function earlier(draft: PolicyDraft, rung: BoughtRung): PolicyDraft {
  const at = draft.rungs.findIndex((one) => one.rung === rung);
  const [before, own] = [draft.rungs[at - 1], draft.rungs[at]];
  if (before === undefined || own === undefined) return draft;
  return { ...draft, rungs: [...draft.rungs.slice(0, at - 1), own, before, ...draft.rungs.slice(at + 1)] };
}

class Problems {
  readonly found: string[] = [];

  /** A number in hundredths, from 0 to `most`; a problem otherwise. */
  number(label: string, text: string, scale: number, most: number): number {
    const value = Number(text);
    if (text.trim() !== '' && Number.isFinite(value) && value >= 0 && value <= most) {
      return Math.round(value * scale);
    }
    this.found.push(`${label}: type a number from 0 to ${most}.`);
    return 0;
  }

  orNone(label: string, text: string, scale: number, most: number): number | null {
    return text.trim() === '' ? null : this.number(label, text, scale, most);
  }

  /** Nights and Sundays as typed; by day is what they leave of the whole. */
  hours({ nights, sundays }: Pick<PolicyDraft, 'nights' | 'sundays'>): CoverPolicy['hoursByKind'] {
    const night = this.number('Nights and Saturdays', nights, 100, 100);
    const sunday = this.number('Sundays and bank holidays', sundays, 100, 100);
    const plain = 10_000 - night - sunday;
    if (plain < 0) {
      this.found.push('Nights, Saturdays, Sundays and bank holidays: together at most 100% of the hours.');
    }
    return { plain, 'saturday-or-night': night, 'sunday-or-bank-holiday': sunday };
  }

  notice(text: string): CoverPolicy['fillByNotice'] {
    const parts = text.split(/[,;]/).filter((part) => part.trim() !== '');
    return parts.map((part) => {
      const [weeks = '', fill = ''] = part.split(':');
      return {
        weeks: this.number('Fill by notice, weeks', weeks, 1, 104),
        fillBp: this.number('Fill by notice, percent', fill, 100, 100),
      };
    });
  }
}

export type ReadPolicy =
  | { readonly ok: true; readonly policy: CoverPolicy }
  | { readonly ok: false; readonly problems: readonly string[] };

/** The policy a draft says, or what is wrong with it, in words that say what to do. */
export function readPolicy(draft: PolicyDraft): ReadPolicy {
  const read = new Problems();
  const shiftMinutes = read.orNone('Shift length', draft.shiftHours, 60, 24);
  const wanted = {
    ownTimeBp: read.number('Own time', draft.ownTime, 100, 100),
    absorbedBp: read.orNone('Absorbed', draft.absorbed, 100, 100),
    rungs: draft.rungs
      .map(({ rung, share, pounds }) => ({
        rung,
        shareBp: read.number(rungNames[rung], share, 100, 100),
        pence: read.orNone(`${rungNames[rung]}, pounds an hour`, pounds, 100, 10_000),
      }))
      .filter(({ shareBp }) => shareBp > 0),
    fillByNotice: read.notice(draft.fillByNotice),
    lagWeeks: read.number('Weeks before anything bought is in place', draft.lagWeeks, 1, 104),
    lateChanceBp: read.orNone('Chance of a late hour', draft.lateChance, 100, 100),
    actingUp: draft.actingUp
      .split(',')
      .map((band) => band.trim().toLowerCase())
      .filter((band) => band !== ''),
    medicalGrade: draft.medicalGrade === '' ? null : draft.medicalGrade,
    shiftMinutes,
    coverBand: draft.coverBand === '' ? null : draft.coverBand,
    highCostArea: draft.highCostArea === '' ? null : draft.highCostArea,
    hoursByKind: read.hours(draft),
  };
  if (read.found.length > 0) return { ok: false, problems: [...new Set(read.found)] };
  const parsed = coverPolicySchema.safeParse(wanted);
  if (parsed.success) return { ok: true, policy: parsed.data };
  return { ok: false, problems: [...new Set(parsed.error.issues.map(sentenceOf))] };
}

/** The policy's own words for a fault of the whole; a sentence for one of a field. */
function sentenceOf({ path, message, code }: { path: PropertyKey[]; message: string; code: string }): string {
  if (code === 'custom') return message;
  const fields: Readonly<Record<string, string>> = {
    actingUp: 'Type the bands that act up as numbers from the highest down, such as 7, 6.',
    shiftMinutes: 'Type a shift of half an hour to 24 hours.',
    rungs: 'Type a price an hour of at least a penny.',
  };
  return fields[String(path[0])] ?? 'Something in the policy cannot be read.';
}
