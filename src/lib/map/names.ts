/** A name that wants a place in a picture: its spot as shares of the picture, its text. */
interface Wish {
	x: number;
	y: number;
	text: string;
}

/** Width of a text in em: Han characters are square, the rest about half as wide. */
function ems(text: string): number {
	return [...text].reduce(
		(sum, c) => sum + (/[\u2e80-\u9fff\uf900-\uffef]/.test(c) ? 1.12 : 0.56),
		0
	);
}

/**
 * Which names can be written without touching each other in a picture of `width` × `height` CSS
 * pixels with letters `size` pixels high; earlier wishes win.
 */
export function fitting(
	wishes: readonly Wish[],
	{ width, height, size }: { width: number; height: number; size: number }
): boolean[] {
	const taken: { left: number; right: number; top: number; bottom: number }[] = [];
	return wishes.map(({ x, y, text }) => {
		const half = (ems(text) * size) / 2;
		const box = {
			left: x * width - half,
			right: x * width + half,
			top: y * height - size * 0.65,
			bottom: y * height + size * 0.65
		};
		const free = taken.every(
			(other) =>
				box.right <= other.left ||
				box.left >= other.right ||
				box.bottom <= other.top ||
				box.top >= other.bottom
		);
		if (free) taken.push(box);
		return free;
	});
}

/** A town's name as painted maps write it: 瓶窑镇 → 瓶窑, “Pingyao Town” → “Pingyao”. */
export function shortTown(name: string): string {
	const short = name.replace(/(街道|镇|乡)$/, '').replace(/ (Subdistrict|Town|Township)$/, '');
	return [...short].length >= 2 ? short : name;
}
