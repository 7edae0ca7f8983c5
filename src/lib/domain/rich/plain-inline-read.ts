import { hrefOf } from './link';
import type { Inline, Mark } from './rich';
import { signs } from './plain-inline-write';
import type { Signed } from './plain-inline-write';

/** A character as it stands, one a backslash made plain, a line break, a sign, or the edge of a link. */
type Unit =
	| { is: 'char'; text: string; plain?: true }
	| { is: 'break' }
	| { is: 'sign'; type: Signed }
	| { is: 'begin'; href: string }
	| { is: 'end' };

/** Text with `**bold**`, `*italic*`, `__underlined__` and `[text](address)` from how people type it. */
export function readInline(text: string, { cell = false } = {}): Inline[] {
	const units = settle(signed(linked(split(text, cell))));
	const found: Inline[] = [];
	const on = new Set<Signed>();
	let href: string | null = null;
	let said = '';
	const flush = () => {
		if (!said) return;
		const marks: Mark[] = (Object.keys(signs) as Signed[])
			.filter((type) => on.has(type))
			.map((type) => ({ type }));
		if (href !== null) marks.push({ type: 'link', attrs: { href } });
		found.push({ type: 'text', text: said, ...(marks.length ? { marks } : {}) });
		said = '';
	};
	for (const unit of units) {
		if (unit.is === 'char') {
			said += unit.text;
			continue;
		}
		flush();
		if (unit.is === 'break') found.push({ type: 'hardBreak' });
		else if (unit.is === 'begin') href = unit.href;
		else if (unit.is === 'end') href = null;
		else if (!on.delete(unit.type)) on.add(unit.type);
	}
	flush();
	return found;
}

function split(text: string, cell: boolean): Unit[] {
	const units: Unit[] = [];
	const chars = [...text];
	for (let at = 0; at < chars.length; at++) {
		const char = chars[at]!;
		const next = chars[at + 1];
		if (char === '\n') units.push({ is: 'break' });
		else if (char !== '\\' || next === undefined) units.push({ is: 'char', text: char });
		else if (cell && next === 'n') {
			units.push({ is: 'break' });
			at++;
		} else if (/[\p{L}\p{N}\p{M}\n]/u.test(next))
			units.push({ is: 'char', text: char, plain: true });
		else {
			units.push({ is: 'char', text: next, plain: true });
			at++;
		}
	}
	return units;
}

const raw = (unit: Unit | undefined, text: string): boolean =>
	unit?.is === 'char' && !unit.plain && unit.text === text;

/** Finds `[…](address)`; whatever is no good link stays as it was typed. */
function linked(units: Unit[]): Unit[] {
	const out: Unit[] = [];
	const ends = new Map<number, number>();
	for (let at = 0; at < units.length; at++) {
		const after = ends.get(at);
		if (after !== undefined) {
			out.push({ is: 'end' });
			at = after;
			continue;
		}
		const link = raw(units[at], '[') ? linkAt(units, at) : null;
		if (link) {
			ends.set(link.close, link.last);
			out.push({ is: 'begin', href: link.href });
		} else out.push(units[at]!);
	}
	return out;
}

function linkAt(units: Unit[], from: number) {
	let close = from + 1;
	while (close < units.length && !raw(units[close], '[') && !raw(units[close], ']')) close++;
	if (!raw(units[close], ']') || close === from + 1 || !raw(units[close + 1], '(')) return null;
	let typed = '';
	for (let last = close + 2; last < units.length; last++) {
		const unit = units[last]!;
		if (raw(unit, ')')) {
			const href = hrefOf(typed);
			return href === null ? null : { close, last, href };
		}
		// Nor do we walk on from here: text full of `[a](` would be read again and again.
		if (unit.is !== 'char' || unit.text === ' ' || raw(unit, '(') || raw(unit, '[')) return null;
		typed += unit.text;
	}
	return null;
}

/** Two or three asterisks or two underscores are signs; other numbers of them are text. */
function signed(units: Unit[]): Unit[] {
	const out: Unit[] = [];
	for (let at = 0; at < units.length;) {
		const char = raw(units[at], '*') ? '*' : raw(units[at], '_') ? '_' : null;
		let end = at;
		while (char && raw(units[end], char)) end++;
		const length = end - at;
		if (char === '*' && length <= 3) {
			if (length > 1) out.push({ is: 'sign', type: 'bold' });
			if (length !== 2) out.push({ is: 'sign', type: 'italic' });
		} else if (char === '_' && length === 2) out.push({ is: 'sign', type: 'underline' });
		else for (let i = at; i < Math.max(end, at + 1); i++) out.push(units[i]!);
		at = Math.max(end, at + 1);
	}
	return out;
}

/** A sign that cannot open, or is never closed, is text again. */
function settle(units: Unit[]): Unit[] {
	const out = [...units];
	const plain = (at: number, type: Signed) => (out[at] = { is: 'char', text: signs[type] });
	for (const type of Object.keys(signs) as Signed[]) {
		let opened = -1;
		units.forEach((unit, at) => {
			if (unit.is !== 'sign' || unit.type !== type) return;
			if (opened >= 0) opened = -1;
			else if (opens(units, at)) opened = at;
			else plain(at, type);
		});
		if (opened >= 0) plain(opened, type);
	}
	return out;
}

function opens(units: readonly Unit[], at: number): boolean {
	const next = beyond(units, at, 1);
	if (next?.is !== 'char') return false;
	if (next.plain || /[\p{L}\p{N}\p{M}]/u.test(next.text)) return true;
	const before = beyond(units, at, -1);
	return /\S/.test(next.text) && (before?.is !== 'char' || !/[\p{L}\p{N}\p{M}]/u.test(before.text));
}

/** The nearest unit on one side that is neither a sign nor the edge of a link. */
function beyond(units: readonly Unit[], from: number, step: 1 | -1): Unit | undefined {
	let at = from + step;
	while (['sign', 'begin', 'end'].includes(units[at]?.is ?? '')) at += step;
	return units[at];
}
