export * from './places';
export * from './trails';
export * from './content';
export * from './people';
export * from './pages';
export * from './studio';
export { newId } from './parts';
