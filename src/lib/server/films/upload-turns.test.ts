import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Turns } from './upload-turns';

it('two read at once, and each further one after another has read', async () => {
	const turns = new Turns();
	const order: string[] = [];
	const sender = async (name: string) => {
		await turns.enter();
		order.push(`${name} in`);
		await new Promise((done) => setImmediate(done));
		order.push(`${name} out`);
		turns.leave(1);
	};
	await Promise.all(['a', 'b', 'c', 'd'].map(sender));
	let inside = 0;
	let most = 0;
	for (const step of order) most = Math.max(most, (inside += step.endsWith('in') ? 1 : -1));
	expect([order.length, inside, most]).toEqual([8, 0, 2]);
	expect(order.filter((step) => step.endsWith('in'))).toEqual(['a in', 'b in', 'c in', 'd in']);
});

describe('by the clock', () => {
	beforeEach(() => {
		vi.useFakeTimers({
			toFake: ['setTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'performance']
		});
	});
	afterEach(() => void vi.useRealTimers());

	it('who has read much lets the next wait as long as the pace asks, and nobody waits alone', async () => {
		const turns = new Turns();
		await turns.enter();
		await turns.enter();
		let read = false;
		void turns.enter().then(() => (read = true));
		turns.leave(12 * 1024 * 1024);
		await vi.advanceTimersByTimeAsync(99);
		expect(read).toBe(false);
		await vi.advanceTimersByTimeAsync(2);
		expect(read).toBe(true);
		turns.leave(16 * 1024 * 1024);
		let alone = false;
		await turns.enter().then(() => (alone = true));
		expect(alone).toBe(true);
	});

	it('a crowd is read at half the pace while pages are asked for', async () => {
		let askedAt = performance.now();
		const turns = new Turns(() => askedAt);
		const after = async (ms: number) => {
			let read = false;
			void turns.enter().then(() => (read = true));
			turns.leave(6 * 1024 * 1024);
			await vi.advanceTimersByTimeAsync(ms - 1);
			expect(read).toBe(false);
			await vi.advanceTimersByTimeAsync(2);
			expect(read).toBe(true);
		};
		await turns.enter();
		await turns.enter();
		await after(100);
		askedAt = performance.now() - 1000;
		await after(50);
	});

	it('a turn that lasts is ended only when somebody waits', async () => {
		const turns = new Turns();
		await turns.enter();
		await turns.enter();
		let told = 0;
		const off = turns.whenCrowded(() => told++);
		await vi.advanceTimersByTimeAsync(30);
		expect(told).toBe(0);
		void turns.enter();
		await vi.advanceTimersByTimeAsync(30);
		off();
		expect(told).toBe(10);
	});
});
