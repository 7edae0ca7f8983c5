import { ICONS, type Drawing } from './icons';
import { MOTIFS } from './motifs';
import { SIGNS } from './signs';
import { PALETTES, type Look, type Palette } from './palette';

/** Names of map images are `name@look`, so that a change of look never shows the colours of the last one. */
export function imageName(name: string, look: Look): string {
	return `${name}@${look}`;
}

/** The drawing and colours behind a map image's name, or null if we never draw such a thing. */
export function drawingOf(image: string): { drawing: Drawing; palette: Palette } | null {
	const [name = '', look = ''] = image.split('@');
	const shelf = [ICONS, MOTIFS, SIGNS].find((drawings) => Object.hasOwn(drawings, name));
	const drawing = shelf?.[name];
	const palette = Object.hasOwn(PALETTES, look) ? PALETTES[look as Look] : undefined;
	return drawing && palette ? { drawing, palette } : null;
}

/** All images a style of this look may ask for. */
export function imageNames(look: Look): string[] {
	return [ICONS, MOTIFS, SIGNS].flatMap(Object.keys).map((name) => imageName(name, look));
}

/**
 * Paints a map image in the browser, without loading anything (no `data:` address, so no hole in the
 * content security policy). Give the answer to `map.addImage(name, image, { pixelRatio })`, best from
 * `map.setMissingStyleImageResolver`.
 */
export function paintImage(image: string, pixelRatio: number): ImageData | null {
	const found = drawingOf(image);
	if (!found) return null;
	const side = Math.round(found.drawing.side * pixelRatio);
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = side;
	const pen = canvas.getContext('2d');
	if (!pen) return null;
	pen.scale(pixelRatio, pixelRatio);
	pen.lineCap = pen.lineJoin = 'round';
	for (const shape of found.drawing.shapes) {
		const path = new Path2D(shape.d);
		if (shape.fill) {
			pen.fillStyle = found.palette[shape.fill];
			pen.fill(path);
		}
		if (shape.stroke) {
			pen.strokeStyle = found.palette[shape.stroke];
			pen.lineWidth = shape.width ?? 1;
			pen.stroke(path);
		}
	}
	return pen.getImageData(0, 0, side, side);
}
