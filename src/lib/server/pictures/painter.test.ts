import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import type { Job } from './make';
import { Painter } from './painter';

const folder = mkdtempSync(join(tmpdir(), 'liantu-painter-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let painter: Painter;
afterEach(() => painter.close());

/** A painter that does `act` with each job's file name, which is also its instruction. */
function open(name: string, act: string): Painter {
	const file = join(folder, `${name}.mjs`);
	writeFileSync(
		file,
		`process.on('disconnect', () => process.exit());
		process.on('message', ({ id, job: { file } }) => { ${act} });`
	);
	return (painter = new Painter(file));
}
const job = (file: string) => ({ file }) as Job;

test('a painter paints several pictures and tells each of its end', async () => {
	open('good', 'process.send({ id })');
	await Promise.all([painter.paint(job('a')), painter.paint(job('b'))]);
	await painter.paint(job('c'));
});

test('one failed picture fails alone, with its reason', async () => {
	open('mixed', `process.send(file === 'bad' ? { id, error: 'no colour' } : { id })`);
	const [bad, good] = await Promise.allSettled([
		painter.paint(job('bad')),
		painter.paint(job('good'))
	]);
	expect(bad).toMatchObject({ status: 'rejected', reason: new Error('no colour') });
	expect(good!.status).toBe('fulfilled');
});

test('a painter that dies fails what it had, and the next picture gets a new one', async () => {
	open('mortal', `if (file === 'death') process.exit(3); else process.send({ id })`);
	await expect(painter.paint(job('death'))).rejects.toThrow('the painter ended with 3');
	await painter.paint(job('life'));
});

test('after it was sent home it comes again', async () => {
	open('back', 'process.send({ id })');
	await painter.paint(job('a'));
	painter.close();
	await painter.paint(job('b'));
});
