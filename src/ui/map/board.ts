/**
 * The board on the screen: ground chunks, layers of marks and the counters, as Phaser images. It is given plain data and
 * brings the images into line with it; whether and when it is drawn is for create-map.ts to say.
 */
import * as Phaser from 'phaser';
import { drawCounter } from './counters/draw.ts';
import { lookKey, lookOf, opacityOf } from './counters/look.ts';
import { type PlacedCounter, placeCounters } from './counters/place.ts';
import { counterSize, detailFor } from './detail.ts';
import { ATLAS, addAtlas } from './marks/atlas.ts';
import { letter } from './marks/lettering.ts';
import { MARK_LAYERS, type Mark, type MarkLayer, type SpriteMark, type TextMark } from './marks/mark.ts';
import { isNight, OVERLAYS } from './marks/overlays.ts';
import type { Scope } from './marks/scope.ts';
import { createPages } from './pages.ts';
import { LIGHT_SHADES, LIGHT_TINTS, NIGHT } from './paint/colours.ts';
import { createCanvas } from './paint/ground.ts';
import { CHUNK_PIXELS, GUTTER_PIXELS, listChunks, type Sheet } from './sheet.ts';
import type { MapTold } from './told.ts';
import { addWeather, type WeatherVeil } from './weather.ts';

/** A counter away from its place, for an animation: where its middle is, in world pixels. */
export interface Displaced {
  readonly x: number;
  readonly y: number;
  readonly alpha?: number;
}

export interface Board {
  /** Cuts the painted sheet into textures. */
  readonly addChunks: (ground: HTMLCanvasElement) => (() => void)[];
  readonly show: (told: MapTold, zoom: number) => void;
  readonly displace: (moved: ReadonlyMap<string, Displaced>) => void;
  readonly showEffects: (marks: readonly Mark[]) => void;
  /** Before drawing: hands new pictures to the graphics card. */
  readonly flush: () => void;
}

type Layer = Phaser.GameObjects.Layer;
type Sprite = Phaser.GameObjects.Image;

/** Images of a layer, made as they are needed and hidden when they are not. */
interface Pool {
  readonly layer: Layer;
  readonly images: Sprite[];
}

/** Counter pictures are made for sizes that are multiples of this, in texture pixels. */
const SIZE_STEP = 6;
/** Field of a counter's drawing, a hundred wide, around its plate of 92. */
const FIELD_SHARE = 100 / 92;

/** Where the page has no WebGL images cannot be tinted: a veil of night darkens the ground instead. */
function addShade(scene: Phaser.Scene, sheet: Sheet): Phaser.GameObjects.Rectangle | null {
  if (scene.game.renderer.type !== Phaser.CANVAS) return null;
  const { margin, width, height } = sheet;
  return scene.add
    .rectangle(-margin, -margin, width + 2 * margin, height + 2 * margin, NIGHT)
    .setOrigin(0, 0)
    .setAlpha(0);
}

/** Small counters have small badges. */
const badgeSize = (counter: number): number => Math.min(1, Math.max(0.6, counter / 30));

export function createBoard(scene: Phaser.Scene, sheet: Sheet, pixelRatio: number): Board {
  addAtlas(scene.textures, sheet.corners, sheet.hexPixels);
  const pages = createPages(scene.textures, 'page');
  const measuring = createCanvas(1, 1).pen;
  const chunks: Sprite[] = [];
  const ground = scene.add.layer();
  const pools = new Map<MarkLayer, Pool>();
  const counters: Pool = { layer: scene.add.layer(), images: [] };
  const shade = addShade(scene, sheet);
  const weather: WeatherVeil = addWeather(scene, sheet);
  for (const name of MARK_LAYERS) {
    pools.set(name, { layer: scene.add.layer(), images: [] });
    if (name === 'areas') scene.children.bringToTop(weather.layer);
    if (name === 'numbers') scene.children.bringToTop(counters.layer);
  }

  let told: MapTold | undefined;
  let zoom = 1;
  let placed: readonly PlacedCounter[] = [];
  let moved: ReadonlyMap<string, Displaced> = new Map();
  let effects: readonly Mark[] = [];
  let lookedAt: (readonly unknown[])[] = [];

  function scopeNow(): Scope {
    return { sheet, zoom, detail: detailFor(sheet.hexPixels * zoom) };
  }

  /** Brings each overlay into line whose inputs have changed. */
  function showOverlays(): void {
    const now = told;
    if (now === undefined) return;
    OVERLAYS.forEach((overlay, index) => {
      const inputs = [zoom, ...overlay.looksAt(now)];
      const before = lookedAt[index];
      if (before !== undefined && inputs.every((input, at) => input === before[at])) return;
      lookedAt[index] = inputs;
      fill(overlay.layer, overlay.list(now, scopeNow()));
    });
  }

  function fill(layer: MarkLayer, marks: readonly Mark[]): void {
    const pool = pools.get(layer);
    if (pool === undefined) return;
    marks.forEach((mark, index) => {
      const image = imageOf(pool, index);
      if (mark.kind === 'sprite') setSprite(image, mark);
      else setText(image, mark);
    });
    hideFrom(pool, marks.length);
  }

  function imageOf(pool: Pool, index: number): Sprite {
    const known = pool.images[index];
    if (known !== undefined) return known.setVisible(true);
    const image = new Phaser.GameObjects.Image(scene, 0, 0, ATLAS);
    pool.layer.add(image);
    pool.images.push(image);
    return image;
  }

  function hideFrom(pool: Pool, count: number): void {
    for (let index = count; index < pool.images.length; index++) pool.images[index]?.setVisible(false);
  }

  function setSprite(image: Sprite, mark: SpriteMark): void {
    image
      .setTexture(ATLAS, mark.frame)
      .setOrigin(0.5, 0.5)
      .setPosition(mark.x, mark.y)
      .setScale(mark.scale, mark.scaleAcross ?? mark.scale)
      .setAngle(mark.degrees ?? 0)
      .setAlpha(mark.alpha ?? 1)
      .setBlendMode(mark.glows === true ? Phaser.BlendModes.ADD : Phaser.BlendModes.NORMAL);
  }

  function setText(image: Sprite, mark: TextMark): void {
    const night = told !== undefined && isNight(told);
    const key = `${mark.style}|${night ? 'n' : 'd'}|${mark.text}`;
    const text = letter(measuring, mark.text, mark.style, night);
    const picture = pages.pictureOf(
      key,
      Math.ceil(text.width * pixelRatio),
      Math.ceil(text.height * pixelRatio),
      (pen) => {
        pen.scale(pixelRatio, pixelRatio);
        text.draw(pen);
      },
    );
    const size = mark.size ?? 1;
    const left = mark.x * zoom + (mark.dx ?? 0) - text.width * size * (mark.anchorX ?? 0.5);
    const top = mark.y * zoom + (mark.dy ?? 0) - text.height * size * (mark.anchorY ?? 0.5);
    image
      .setTexture(picture.texture, picture.frame)
      .setOrigin(0, 0)
      // On whole pixels of the screen lettering stays crisp.
      .setPosition(snap(left) / zoom, snap(top) / zoom)
      .setScale(size / (zoom * pixelRatio))
      .setAngle(0)
      .setAlpha(mark.alpha ?? 1)
      .setBlendMode(Phaser.BlendModes.NORMAL);
  }

  const snap = (pixels: number): number => Math.round(pixels * pixelRatio) / pixelRatio;

  function showCounters(): void {
    const now = told;
    if (now === undefined) return;
    counters.layer.setVisible(!now.hideCounters);
    const size = counterSize(sheet.hexPixels * zoom);
    let used = 0;
    for (const counter of placed) {
      setCounter(imageOf(counters, used++), counter, size);
      if (counter.badge > 0) setText(imageOf(counters, used++), badgeOf(counter, size));
    }
    hideFrom(counters, used);
  }

  function setCounter(image: Sprite, counter: PlacedCounter, size: number): void {
    const look = lookOf(counter.told, detailFor(sheet.hexPixels * zoom));
    const pixels = Math.ceil((size * FIELD_SHARE * pixelRatio) / SIZE_STEP) * SIZE_STEP;
    const key = `${pixels}|${counter.selected}|${lookKey(look)}`;
    const picture = pages.pictureOf(key, pixels, pixels, (pen) => {
      pen.scale(pixels / 100, pixels / 100);
      drawCounter(pen, look, counter.selected ? 'selected' : 'plain');
    });
    const at = positionOf(counter, size);
    image
      .setTexture(picture.texture, picture.frame)
      .setOrigin(0.5, 0.5)
      .setPosition(snap(at.x * zoom) / zoom, snap(at.y * zoom) / zoom)
      .setScale((size * FIELD_SHARE) / (pixels * zoom))
      .setAngle(0)
      .setAlpha(at.alpha * opacityOf(counter.told))
      .setBlendMode(Phaser.BlendModes.NORMAL);
  }

  function positionOf(counter: PlacedCounter, size: number): { x: number; y: number; alpha: number } {
    const away = moved.get(counter.told.key);
    if (away !== undefined) return { x: away.x, y: away.y, alpha: away.alpha ?? 1 };
    const centre = sheet.centreOf(counter.told.hex);
    return { x: centre.x + (counter.dx * size) / zoom, y: centre.y + (counter.dy * size) / zoom, alpha: 1 };
  }

  function badgeOf(counter: PlacedCounter, size: number): TextMark {
    const { x, y } = positionOf(counter, size);
    return {
      kind: 'text',
      text: `${counter.badge}`,
      style: 'badge',
      x,
      y,
      dx: -size * 0.48,
      dy: size * 0.46,
      size: badgeSize(size),
    };
  }

  return {
    addChunks: (canvas) =>
      listChunks(sheet).map((chunk, index) => () => {
        const piece = createCanvas(CHUNK_PIXELS, CHUNK_PIXELS);
        const x = chunk.x + sheet.margin - GUTTER_PIXELS;
        const y = chunk.y + sheet.margin - GUTTER_PIXELS;
        piece.pen.drawImage(canvas, -x, -y);
        const texture = scene.textures.addCanvas(`ground-${index}`, piece.canvas);
        const width = Math.min(chunk.size, sheet.width + sheet.margin - chunk.x);
        const height = Math.min(chunk.size, sheet.height + sheet.margin - chunk.y);
        texture?.add('shown', 0, GUTTER_PIXELS, GUTTER_PIXELS, width, height);
        const image = new Phaser.GameObjects.Image(scene, chunk.x, chunk.y, `ground-${index}`, 'shown');
        ground.add(image.setOrigin(0, 0));
        chunks.push(image);
      }),
    show: (next, nextZoom) => {
      if (pages.isFull()) {
        pages.clear();
        lookedAt = [];
      }
      const nightChanged = told === undefined || told.light !== next.light;
      const stacksChanged = told?.counters !== next.counters || told.selected !== next.selected;
      told = next;
      zoom = nextZoom;
      if (nightChanged) {
        for (const chunk of chunks) chunk.setTint(LIGHT_TINTS[next.light]);
        shade?.setAlpha(LIGHT_SHADES[next.light]);
      }
      if (stacksChanged) placed = placeCounters(next.counters, next.selected);
      weather.show(next.weather, next.light);
      showOverlays();
      showCounters();
      fill('effects', effects);
    },
    displace: (next) => {
      moved = next;
      showCounters();
    },
    showEffects: (marks) => {
      effects = marks;
      fill('effects', marks);
    },
    flush: () => pages.flush(),
  };
}
