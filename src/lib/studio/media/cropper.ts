import type { Crop } from '../../domain/media/asset';

/** The tool for cutting, standing in a box; made from an image, undone by `close`. */
export interface Cutting {
	/** Sets the frame, in shares of the picture. */
	set(crop: Crop): void;
	close(): void;
}

const TEMPLATE = `<cropper-canvas background>
	<cropper-image translatable="false" scalable="false"></cropper-image>
	<cropper-shade hidden></cropper-shade>
	<cropper-selection movable resizable outlined precise theme-color="#fff">
		<cropper-grid role="grid" bordered covered></cropper-grid>
		<cropper-crosshair centered></cropper-crosshair>
		<cropper-handle action="move" plain></cropper-handle>
		<cropper-handle action="n-resize" theme-color="#fff"></cropper-handle>
		<cropper-handle action="e-resize" theme-color="#fff"></cropper-handle>
		<cropper-handle action="s-resize" theme-color="#fff"></cropper-handle>
		<cropper-handle action="w-resize" theme-color="#fff"></cropper-handle>
		<cropper-handle action="ne-resize" theme-color="#fff"></cropper-handle>
		<cropper-handle action="nw-resize" theme-color="#fff"></cropper-handle>
		<cropper-handle action="se-resize" theme-color="#fff"></cropper-handle>
		<cropper-handle action="sw-resize" theme-color="#fff"></cropper-handle>
	</cropper-selection>
</cropper-canvas>`;

/**
 * Opens cropperjs over a loaded image; the frame never leaves the picture. Loaded only when somebody
 * cuts.
 * @param told called with every change of the frame
 */
export async function cut(
	image: HTMLImageElement,
	box: HTMLElement,
	start: Crop,
	told: (crop: Crop) => void
): Promise<Cutting> {
	const { default: Cropper } = await import('cropperjs');
	const cropper = new Cropper(image, { container: box, template: TEMPLATE });
	const canvas = cropper.getCropperCanvas()!;
	const picture = cropper.getCropperImage()!;
	const selection = cropper.getCropperSelection()!;
	await picture.$ready();
	picture.$center('contain');

	/** Where the picture lies within the canvas, CSS pixels. */
	const place = () => {
		const outer = canvas.getBoundingClientRect();
		const inner = picture.getBoundingClientRect();
		return {
			x: inner.left - outer.left,
			y: inner.top - outer.top,
			width: inner.width,
			height: inner.height
		};
	};
	const set = ({ x, y, width, height }: Crop) => {
		const on = place();
		selection.$change(
			on.x + x * on.width,
			on.y + y * on.height,
			width * on.width,
			height * on.height
		);
	};
	set(start);
	selection.addEventListener('change', (event) => {
		const { x, y, width, height } = (event as CustomEvent<Crop>).detail;
		const on = place();
		const slack = 1;
		if (
			x < on.x - slack ||
			y < on.y - slack ||
			x + width > on.x + on.width + slack ||
			y + height > on.y + on.height + slack
		) {
			event.preventDefault();
			return;
		}
		told({
			x: (x - on.x) / on.width,
			y: (y - on.y) / on.height,
			width: width / on.width,
			height: height / on.height
		});
	});
	return {
		set,
		close: () => {
			cropper.destroy?.();
			canvas.remove();
		}
	};
}
