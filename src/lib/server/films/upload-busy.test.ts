import { expect, test } from 'vitest';
import { Busy } from './upload-busy';

/** Something that goes on until it is told to end. */
function held() {
	let end = () => {};
	const over = new Promise<string>((done) => (end = () => done('sent')));
	return { over, end };
}

test('of those who come in the same moment one sends, and the others are told', async () => {
	const busy = new Busy(() => 0);
	let sending = 0;
	let most = 0;
	const { over, end } = held();
	const send = () =>
		busy.during('a', end, async () => {
			most = Math.max(most, ++sending);
			await over;
			sending--;
			return 'sent';
		});
	// Each has seen that it was free before any of them began.
	const seen = await Promise.all([busy.free('a'), busy.free('a'), busy.free('a')]);
	const all = Promise.all([send(), send(), send()]);
	end();
	expect([seen, await all, most]).toEqual([[true, true, true], ['sent', null, null], 1]);
});

test('a silent sender is cut off and out before one of those who wait sends', async () => {
	let now = 0;
	const busy = new Busy(() => now);
	const told: string[] = [];
	const silent = held();
	const first = busy.during('a', silent.end, async () => {
		const said = await silent.over;
		told.push('silent out');
		return said;
	});
	now = 5_000;
	const next = held();
	const wait = (name: string) =>
		busy.during('a', next.end, async () => {
			told.push(`${name} in`);
			return next.over;
		});
	const both = Promise.all([wait('second'), wait('third')]);
	await first;
	next.end();
	expect([await both, told, busy.count]).toEqual([['sent', null], ['silent out', 'second in'], 0]);
});

test('another upload is free all the while', async () => {
	const busy = new Busy(() => 0);
	const { over, end } = held();
	const first = busy.during('a', end, () => over);
	expect(await busy.during('b', end, () => Promise.resolve('sent'))).toBe('sent');
	end();
	expect(await first).toBe('sent');
});
