import { defineKind, listed } from "../define.ts";
import { anyOf, beforePoint, rule } from "../search.ts";
import { randomDigits } from "../spelling.ts";

export const photo = defineKind({
  name: "photo",
  category: "Q",
  title: "Photograph or other image",
  tag: "PHOTO",
  labels: listed(`
    photo, photos, photograph, patient photo, photo url, photo file, picture, image file, image url, image path, avatar, headshot,
    selfie, face image, fotografia, foto, wound photo, media file
  `),
  find: anyOf(
    rule(/data:image\/[a-z+.-]{2,12};base64,[A-Za-z0-9+/=]{1,4000}/g, "checked"),
    beforePoint("-", 80, /(?<![\w-])[\w-]{1,80}\.(?:jpe?g|png|gif|heic|heif|tiff?|bmp|webp|dcm)(?!\w)/gi, "shaped"),
  ),
  matches: (value) =>
    /^(?:data:image\/|(?:[\w:/\\. -]{1,200})\.(?:jpe?g|png|gif|heic|heif|tiff?|bmp|webp|dcm)$)/i.test(value.trim()) ? "checked" : null,
  accepts: (value) => /[\w]{3}/.test(value) && /[./\d]/.test(value),
  normalize: (value) => value.trim(),
  // Names a file that is not there.
  make: (stream) => `synthetic-${randomDigits(stream, 6)}.jpg`,
  examples: {
    found: ["see [[IMG_2041.JPG]]", "photo [[face-front.png]] attached", "![x]([[data:image/png;base64,iVBORw0KGgo=]])"],
    kept: ["photo taken", "image quality fair", "photophobia 2/10"],
  },
});

export const biometricId = defineKind({
  name: "biometric-id",
  category: "P",
  title: "Biometric identifier",
  tag: "BIOMETRIC",
  labels: listed(`
    biometric, biometric id, biometric identifier, biometric template, biometric hash, fingerprint, fingerprint id, thumbprint,
    thumbprint id, voiceprint, voice print, voiceprint id, voice recording, audio file, retina scan, retinal scan id, iris scan,
    iris id, iris code, palm vein id, palm print, face id, face template, facial recognition id, face encoding, face embedding,
    dna profile, genetic profile id, huella, huella digital, huella dactilar
  `),
  domain: "biometric",
  find: rule(
    /\b(?:finger|thumb|voice|palm) ?print(?: (?:id|template|no\.?|number|hash))?[:# ]{1,3}(?<id>(?=[\w-]{0,12}\d)[\w-]{4,64})/gi,
    "contextual",
  ),
  matches: () => null,
  accepts: (value) => /^\S{4,200}$/.test(value.trim()) && /\d/.test(value),
  normalize: (value) => value.trim(),
  // A template of a made person: FP-99 tells it.
  make: (stream) => `FP-99${randomDigits(stream, 8)}`,
  examples: {
    found: ["thumbprint id [[99X4410]]", "Fingerprint template: [[FMR-2041aa]]", "voiceprint # [[VP-00291]]"],
    kept: ["fingerprints taken", "voice hoarse x 2 weeks", "iris intact"],
  },
});
