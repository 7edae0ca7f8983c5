import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	answered,
	differing,
	mine,
	newest,
	nothing,
	opened,
	readKept,
	toSend,
	typed
} from './draft';
import type { Draft, Kept } from './draft';

const text = (mark: string) => ({ marks: { theme: mark }, verdict: '', rank: '', comment: '' });
const draft = (mark: string, key = `key-${mark}`): Draft => ({
	key,
	typed: text(mark),
	typedAt: 1
});

describe('a score typed in a tunnel', () => {
	it('is sent with the line, under the key it was given when it was typed', () => {
		const kept = typed(nothing(3), draft('80'));
		const sending = toSend(kept);
		expect(sending.draft).toEqual(draft('80'));
		// Nobody answered: it goes again as it was, whatever was typed since.
		const later = typed(answered(sending.kept, { kind: 'away' }), draft('90'));
		expect(toSend(later).draft).toEqual(draft('80'));
		const known = answered(later, { kind: 'saved', revision: 4 });
		expect(toSend(known).draft).toEqual(draft('90'));
		expect(known.base).toBe(4);
	});

	it('survives the page, the browser and the night', () => {
		const kept = typed(nothing(3), draft('80'));
		expect(readKept(JSON.stringify(kept))).toEqual(kept);
	});

	it('is forgotten as soon as the server says the same', () => {
		const kept = typed(nothing(3), draft('80'));
		expect(opened(kept, { revision: 4, typed: text(' 80 ') })).toEqual(nothing(4));
		expect(opened(kept, { revision: 4, typed: text('70') })).toEqual(kept);
		expect(opened(null, { revision: 4, typed: text('70') })).toEqual(nothing(4));
	});

	it('stays readable when the round is over', () => {
		const sending = toSend(typed(nothing(3), draft('80')));
		const refused = answered(sending.kept, { kind: 'refused', reason: 'closed' });
		expect(newest(refused)).toEqual(draft('80'));
		expect(refused.refused).toBe('closed');
	});

	it('is never written over another without being asked: the own one then has a key of its own', () => {
		const sending = toSend(typed(nothing(3), draft('80')));
		const clash = answered(sending.kept, { kind: 'clash' });
		expect(clash).toMatchObject({ base: 3, sent: null, now: draft('80') });
		expect(mine(clash, 7, 'new')).toEqual({ ...nothing(7), now: draft('80', 'new') });
	});

	it('is not believed when the store was touched', () => {
		const bad = ['', '{}', '[]', 'null', '{"base":1,"sent":{},"now":null}', '{"base":"1"}', '{'];
		for (const one of bad) expect(readKept(one)).toBeNull();
	});
});

it('whatever is typed, lost and answered, the last words reach the server, each state once', () => {
	type Step = { type: string } | { line: 'ok' | 'lost-before' | 'lost-after' };
	const step = fc.oneof(
		fc.record({ type: fc.integer({ min: 0, max: 100 }).map(String) }),
		fc.record({
			line: fc.constantFrom('ok' as const, 'lost-before' as const, 'lost-after' as const)
		})
	);
	fc.assert(
		fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
			const server = { revision: 0, mark: '', keys: new Set<string>(), writes: 0 };
			/** One request: what the server does, and whether its answer comes back. */
			const post = ({ key, typed: said }: Draft, base: number, line: string) => {
				if (line === 'lost-before') return { kind: 'away' as const };
				if (!server.keys.has(key)) {
					expect(base).toBe(server.revision);
					server.keys.add(key);
					server.mark = said.marks.theme!;
					server.revision++;
					server.writes++;
				}
				return line === 'ok'
					? { kind: 'saved' as const, revision: server.revision }
					: { kind: 'away' as const };
			};
			let kept: Kept = nothing(0);
			let last = '';
			let states = 0;
			const go = (line: string) => {
				const sending = toSend(kept);
				kept = sending.kept;
				if (sending.draft) kept = answered(kept, post(sending.draft, kept.base, line));
			};
			for (const one of steps as Step[])
				if ('type' in one) {
					last = one.type;
					kept = typed(kept, draft(last, `key ${++states}`));
				} else go(one.line);
			while (newest(kept)) go('ok');
			expect(server.mark).toBe(last);
			expect(server.writes).toBeLessThanOrEqual(states);
		})
	);
});

it('two versions differ in the fields that say something else', () => {
	const one = { marks: { a: '80', b: '1' }, verdict: '', rank: '', comment: 'x ' };
	const other = { marks: { a: '80', c: '2' }, verdict: 'yes', rank: '', comment: 'x' };
	expect(differing(one, other)).toEqual(['marks.b', 'marks.c', 'verdict']);
});
