import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Whether this machine can turn a PDF into a picture (poppler). */
export const draws = spawnSync('pdftoppm', ['-v']).status === 0;

/** The first page of a PDF in greys: width, height, and one byte a point. */
async function greys(pdf: Buffer, dpi: number) {
	const folder = await mkdtemp(join(tmpdir(), 'liantu-paper-'));
	try {
		await writeFile(join(folder, 'in.pdf'), pdf);
		const to = join(folder, 'out');
		const options = ['-gray', '-r', String(dpi), '-f', '1', '-l', '1', '-singlefile'];
		await promisify(execFile)('pdftoppm', [...options, join(folder, 'in.pdf'), to]);
		const picture = await readFile(`${to}.pgm`);
		// P5, width and height, depth, then one byte a point.
		const [head = '', width, height] =
			/^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(picture.toString('latin1', 0, 60)) ?? [];
		return { width: Number(width), height: Number(height), points: picture.subarray(head.length) };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** How many dark points the first page of a PDF has at 100 dpi: what a printer would put on paper. */
export async function drawn(pdf: Buffer): Promise<number> {
	const { points } = await greys(pdf, 100);
	return points.reduce((dark, point) => dark + (point < 160 ? 1 : 0), 0);
}

/** The first page of a PDF as a camera sees it. */
export async function seen(pdf: Buffer, dpi = 150) {
	const { width, height, points } = await greys(pdf, dpi);
	const data = new Uint8Array(points.length * 4);
	points.forEach((point, i) => data.set([point, point, point, 255], i * 4));
	return { width, height, data };
}
