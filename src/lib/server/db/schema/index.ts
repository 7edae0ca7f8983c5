export * from './places';
export * from './trails';
export * from './content';
export { newId } from './parts';
