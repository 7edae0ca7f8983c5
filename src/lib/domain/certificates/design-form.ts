import { readNumber } from '../contests/plan-quantities';
import { accept, refuse } from '../refusal';
import type { Refusal, Ruled } from '../refusal';
import { fieldKeys } from './design';
import type { Design } from './design';
import { designShape } from './design-shape';

/** What a form sends: names as `names.x`, `seal.asset`, `turn`. */
type Typed = Readonly<Record<string, string>>;

const parts = ['x', 'y', 'width', 'size', 'space'] as const;

/** Reads the form of a design: every number, whatever it is typed in. */
export function readDesign(typed: Typed): Ruled<Design> {
	const text = (name: string) => typed[name] ?? '';
	const number = (name: string) => readNumber(text(name));
	const parsed = designShape.safeParse({
		turn: text('turn'),
		tongue: text('tongue'),
		background: text('background'),
		picture: text('picture') || null,
		fields: Object.fromEntries(
			fieldKeys.map((key) => [
				key,
				{
					shown: text(`${key}.shown`) === 'on',
					text: text(`${key}.text`),
					...Object.fromEntries(parts.map((part) => [part, number(`${key}.${part}`)])),
					face: text(`${key}.face`),
					bold: text(`${key}.bold`) === 'on',
					align: text(`${key}.align`),
					ink: text(`${key}.ink`)
				}
			])
		),
		seal: {
			asset: text('seal.asset') || null,
			...{ x: number('seal.x'), y: number('seal.y'), width: number('seal.width') }
		},
		qr: {
			shown: text('qr.shown') === 'on',
			...{ x: number('qr.x'), y: number('qr.y'), width: number('qr.width') }
		}
	});
	if (parsed.success) return accept(parsed.data);
	const found = new Map<string, Refusal>();
	for (const { path, code, message, ...issue } of parsed.error.issues) {
		const names = path.map(String);
		const field = (names[0] === 'fields' ? names.slice(1) : names).join('.');
		const most = 'maximum' in issue ? Number(issue.maximum) : null;
		const least = 'minimum' in issue ? Number(issue.minimum) : null;
		const reason: Omit<Refusal, 'field'> =
			code === 'custom'
				? { reason: message }
				: code === 'too_big' && most !== null
					? { reason: 'too-large', detail: { max: most } }
					: code === 'too_small' && least !== null
						? { reason: 'too-small', detail: { min: least } }
						: { reason: 'not-readable' };
		if (!found.has(field)) found.set(field, { field, ...reason });
	}
	return refuse(...found.values());
}
