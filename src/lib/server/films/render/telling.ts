/**
 * How much a picture tells: light and dark that differ, colours, and edges; nothing for what is all
 * black or all white. `rgb` holds three bytes a pixel.
 */
function tellingOf(rgb: Uint8Array, width: number, height: number): number {
	const count = width * height;
	let sum = 0;
	let squares = 0;
	let colour = 0;
	let edges = 0;
	let above = new Float64Array(width);
	let row = new Float64Array(width);
	for (let y = 0, at = 0; y < height; y++) {
		for (let x = 0; x < width; x++, at += 3) {
			const [r, g, b] = [rgb[at]!, rgb[at + 1]!, rgb[at + 2]!];
			const light = 0.299 * r + 0.587 * g + 0.114 * b;
			row[x] = light;
			sum += light;
			squares += light * light;
			colour += Math.max(r, g, b) - Math.min(r, g, b);
			if (x) edges += Math.min(40, Math.abs(light - row[x - 1]!));
			if (y) edges += Math.min(40, Math.abs(light - above[x]!));
		}
		[above, row] = [row, above];
	}
	const mean = sum / count;
	const contrast = Math.sqrt(Math.max(0, squares / count - mean * mean));
	// Neither night nor a white flash: full marks between a fifth and four fifths of the light.
	const lit = Math.min(1, mean / 50, (255 - mean) / 50);
	return Math.max(0, lit) * (contrast + 0.3 * (colour / count) + 2 * (edges / count));
}

/**
 * Which of the pictures of a film stands for it best. The first and last ones are mostly titles, so
 * they must tell a good deal more than the others; of equals the earlier.
 */
export function mostTelling(pictures: Uint8Array[], width: number, height: number): number {
	const margin = pictures.length / 12;
	const marks = pictures.map((picture, n) => {
		const outside = n < margin || n >= pictures.length - margin;
		return tellingOf(picture, width, height) * (outside ? 0.6 : 1);
	});
	return marks.indexOf(Math.max(...marks));
}
