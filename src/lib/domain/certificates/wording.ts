import { say } from '../text';
import { grouped } from './code';
import { fieldKeys, placeholders } from './design';
import type { Design, FieldKey, Placeholder } from './design';
import type { Facts } from './facts';

const BRACES = /\{([^{}]*)\}/g;

/** The day of a moment in Asia/Shanghai, as a certificate writes it. */
function dayText(at: number, tongue: Design['tongue']): string {
	const [year, month, day] = new Date(at + 8 * 3_600_000)
		.toISOString()
		.slice(0, 10)
		.split('-')
		.map(Number) as [number, number, number];
	if (tongue === 'zh') return `${year}年${month}月${day}日`;
	const months =
		'January February March April May June July August September October November December';
	return `${day} ${months.split(' ')[month - 1]} ${year}`;
}

/**
 * The texts of a certificate with everything in its place.
 * @param host of the portal and the path below it, as somebody would type it: `lian.example.cn/verify`
 */
export function wording(
	design: Pick<Design, 'fields' | 'tongue'>,
	facts: Facts,
	host: string
): Record<FieldKey, string> {
	const { tongue } = design;
	const names = facts.names.join(tongue === 'zh' ? '、' : ', ');
	const values: Record<Placeholder, string> = {
		winner: facts.unit ?? names,
		names,
		unit: facts.unit ?? '',
		entry: facts.entry,
		award: say(facts.award, tongue),
		contest: say(facts.contest, tongue),
		edition: say(facts.edition, tongue),
		number: facts.number,
		date: dayText(facts.issuedAt, tongue),
		issuer: facts.issuer,
		code: grouped(facts.code),
		address: host
	};
	return Object.fromEntries(
		fieldKeys.map((key) => [
			key,
			design.fields[key].text.replace(BRACES, (whole, name: string) =>
				Object.hasOwn(values, name) ? values[name as Placeholder] : whole
			)
		])
	) as Record<FieldKey, string>;
}

/** Words in braces that stand for nothing. */
export const strangeWords = (text: string): string[] =>
	[...text.matchAll(BRACES)]
		.map(([, name = '']) => name)
		.filter((name) => !(placeholders as readonly string[]).includes(name));

/** Whether a design prints the names of people at all. */
export const namesPeople = ({ fields }: Pick<Design, 'fields'>): boolean =>
	fieldKeys.some((key) => fields[key].shown && /\{(winner|names)\}/.test(fields[key].text));
