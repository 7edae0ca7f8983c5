/** Pixels may miss a shape by so much: 1920 × 1088 still is 16:9. */
const RATIO_SLACK = 0.02;

/** Width over height of a shape such as `16:9`; null for what is none. */
function shapeOf(text: string): number | null {
	const found = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(text);
	if (!found) return null;
	const shape = Number(found[1]) / Number(found[2]);
	return Number.isFinite(shape) && shape > 0 ? shape : null;
}

/** Whether a picture has a shape, two per cent more or less, inclusive. */
export function hasShape(width: number, height: number, shape: string): boolean {
	const asked = shapeOf(shape);
	if (asked === null || width <= 0 || height <= 0) return false;
	// Both sides multiplied out: the bound itself must not fall to a rounding of the division.
	const off = Math.abs(width - asked * height);
	return off <= RATIO_SLACK * asked * height + 1e-9 * width;
}

const known = ['16:9', '9:16', '4:3', '3:4', '1:1', '21:9', '3:2', '2:3', '2:1', '1:2'];

/** The shape of a picture as people call it, else as `1.85:1`. */
export function nameShape(width: number, height: number): string {
	const near = known
		.filter((shape) => hasShape(width, height, shape))
		.sort((a, b) => off(width, height, a) - off(width, height, b))[0];
	if (near) return near;
	return width >= height ? `${round(width / height)}:1` : `1:${round(height / width)}`;
}

const off = (width: number, height: number, shape: string) =>
	Math.abs(width / height / shapeOf(shape)! - 1);
const round = (n: number) => String(Math.round(n * 100) / 100);
