import { accept, refuse } from '../../refusal';
import type { Ruled } from '../../refusal';
import type { RoundPlan } from '../round';

type Scale = RoundPlan['scale'];

/** Reasons against a mark in hundredths of a point: no number, off the scale, or finer than it. */
export function markTrouble(mark: unknown, { min, max, decimals }: Scale): string | null {
	if (typeof mark !== 'number' || !Number.isFinite(mark)) return 'not-a-number';
	if (!Number.isInteger(mark)) return 'too-fine';
	if (mark < min * 100 || mark > max * 100) return 'off-scale';
	return mark % 10 ** (2 - decimals) === 0 ? null : 'too-fine';
}

/**
 * What somebody typed as a mark, in hundredths of a point; null for nothing typed. Full-width digits
 * and zeros at the end are taken; nothing is ever rounded.
 */
export function readMark(text: string, field: string, scale: Scale): Ruled<number | null> {
	const plain = text.normalize('NFKC').trim();
	if (!plain) return accept(null);
	const found = /^(-?)(\d{1,6})(?:\.(\d{1,40}))?$/.exec(plain.replace('−', '-'));
	if (!found) return refuse({ field, reason: 'not-a-number' });
	const [, minus, whole, after = ''] = found;
	const decimals = after.replace(/0+$/, '');
	const { min, max } = scale;
	const detail = { min, max, decimals: scale.decimals };
	const hundredths = Number(whole) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'));
	const beyond =
		(minus && hundredths + decimals.length > 0) ||
		hundredths < min * 100 ||
		hundredths > max * 100 ||
		(hundredths === max * 100 && decimals.length > 2);
	if (beyond) return refuse({ field, reason: 'off-scale', detail });
	if (decimals.length > scale.decimals) return refuse({ field, reason: 'too-fine', detail });
	return accept(hundredths);
}

/** The mark as it is typed and shown. */
export const writeMark = (hundredths: number): string => {
	const [whole, rest] = [Math.floor(hundredths / 100), hundredths % 100];
	return rest ? `${whole}.${String(rest).padStart(2, '0').replace(/0$/, '')}` : String(whole);
};
