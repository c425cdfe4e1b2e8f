//! Fernet, by which Congress encrypts secrets: AES-128 in CBC mode with PKCS #7 padding, under HMAC-SHA256
//! (<https://github.com/fernet/spec/blob/master/Spec.md>).
//!
//! Congress gives its tokens no time to live, so none is asked for here. The crate `fernet` is under a licence that this
//! project does not link (MPL-2.0).

use std::fmt;

use aes::Aes128;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockDecryptMut as _, BlockEncryptMut as _, KeyIvInit as _};
use hmac::{Hmac, Mac as _};
use sha2::Sha256;

const VERSION: u8 = 0x80;
const HALF: usize = 16;
const BLOCK: usize = 16;
const MAC: usize = 32;
/// The version, the time in seconds, and the initialisation vector.
const HEAD: usize = 1 + 8 + BLOCK;

/// A Fernet key. Its `Debug` shows nothing of it.
#[derive(Clone)]
pub struct FernetKey {
    signing: [u8; HALF],
    encryption: [u8; HALF],
}

/// The text is no Fernet key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a Fernet key is 32 bytes: 44 characters of URL-safe base64")]
pub struct MalformedKey;

/// A token does not open: it was made with another key, or is not whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it was encrypted with another key, or is damaged")]
pub struct DoesNotOpen;

impl FernetKey {
    /// A key of these bytes, which are to be random.
    #[must_use]
    pub fn of(bytes: [u8; 2 * HALF]) -> Self {
        let (mut signing, mut encryption) = ([0; HALF], [0; HALF]);
        signing.copy_from_slice(&bytes[..HALF]);
        encryption.copy_from_slice(&bytes[HALF..]);
        Self { signing, encryption }
    }

    /// Reads a key as Congress keeps it in its file; white space around it does not count.
    ///
    /// # Errors
    ///
    /// [`MalformedKey`], which does not repeat the text.
    pub fn parse(text: &str) -> Result<Self, MalformedKey> {
        let bytes = URL_SAFE.decode(text.trim()).map_err(|_| MalformedKey)?;
        bytes.try_into().map(Self::of).map_err(|_| MalformedKey)
    }

    /// The key as [`FernetKey::parse`] reads it: for the file it is kept in, and nothing else.
    #[must_use]
    pub fn expose(&self) -> String {
        URL_SAFE.encode([self.signing, self.encryption].concat())
    }

    /// What a token says.
    ///
    /// # Errors
    ///
    /// [`DoesNotOpen`].
    pub fn open(&self, token: &str) -> Result<Vec<u8>, DoesNotOpen> {
        let bytes = URL_SAFE.decode(token.trim()).map_err(|_| DoesNotOpen)?;
        let signed_bytes = bytes.len().checked_sub(MAC).filter(|length| *length > HEAD).ok_or(DoesNotOpen)?;
        let (signed, mac) = bytes.split_at(signed_bytes);
        if signed[0] != VERSION {
            return Err(DoesNotOpen);
        }
        self.sign(signed)?.verify_slice(mac).map_err(|_| DoesNotOpen)?;
        let (head, sealed) = signed.split_at(HEAD);
        cbc::Decryptor::<Aes128>::new_from_slices(&self.encryption, &head[HEAD - BLOCK..])
            .map_err(|_| DoesNotOpen)?
            .decrypt_padded_vec_mut::<Pkcs7>(sealed)
            .map_err(|_| DoesNotOpen)
    }

    /// A token that says this. `seconds` is the time, since 1970; `vector` is to be random, and never used again.
    ///
    /// # Errors
    ///
    /// None of which is known: the lengths are right by their types.
    pub fn seal(&self, text: &[u8], seconds: u64, vector: [u8; BLOCK]) -> Result<String, DoesNotOpen> {
        let mut token = vec![VERSION];
        token.extend(seconds.to_be_bytes());
        token.extend(vector);
        let sealed = cbc::Encryptor::<Aes128>::new_from_slices(&self.encryption, &vector)
            .map_err(|_| DoesNotOpen)?
            .encrypt_padded_vec_mut::<Pkcs7>(text);
        token.extend(sealed);
        let mac = self.sign(&token)?.finalize().into_bytes();
        token.extend(mac);
        Ok(URL_SAFE.encode(token))
    }

    fn sign(&self, bytes: &[u8]) -> Result<Hmac<Sha256>, DoesNotOpen> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.signing).map_err(|_| DoesNotOpen)?;
        mac.update(bytes);
        Ok(mac)
    }
}

impl fmt::Debug for FernetKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<hidden>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `generate.json` and `verify.json` of the specification.
    const SECRET: &str = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";
    const TOKEN: &str = "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==";
    /// 1985-10-26T01:20:00-07:00.
    const SECONDS: u64 = 499_162_800;

    fn key() -> FernetKey {
        FernetKey::parse(SECRET).unwrap()
    }

    #[test]
    fn the_tokens_of_the_specification_are_made_and_opened() {
        let vector = std::array::from_fn(|index| u8::try_from(index).unwrap());
        assert_eq!(key().seal(b"hello", SECONDS, vector).unwrap(), TOKEN);
        assert_eq!(key().open(TOKEN).unwrap(), b"hello");
        assert_eq!(key().expose(), SECRET);
    }

    #[test]
    fn a_token_of_any_length_opens_to_what_was_sealed() {
        for length in [0, 1, 15, 16, 17, 31, 32, 1_000] {
            let text = vec![b'x'; length];
            let token = key().seal(&text, SECONDS, [7; BLOCK]).unwrap();
            assert_eq!(key().open(&token).unwrap(), text, "{length}");
        }
    }

    #[test]
    fn a_token_that_was_tampered_with_or_cut_off_does_not_open() {
        let whole = URL_SAFE.decode(TOKEN).unwrap();
        for index in 0..whole.len() {
            let mut changed = whole.clone();
            changed[index] ^= 1;
            assert_eq!(key().open(&URL_SAFE.encode(changed)), Err(DoesNotOpen), "byte {index}");
            assert_eq!(key().open(&URL_SAFE.encode(&whole[..index])), Err(DoesNotOpen), "cut at {index}");
        }
        let other = FernetKey::of([1; 32]);
        assert_eq!(other.open(TOKEN), Err(DoesNotOpen));
        assert_eq!(key().open("%%%"), Err(DoesNotOpen));
    }

    #[test]
    fn what_is_signed_but_not_whole_blocks_does_not_open() {
        for sealed in [&b""[..], b"short", &[0; 16]] {
            let mut token = [&[VERSION][..], &[0; 8], &[0; BLOCK], sealed].concat();
            let mac = key().sign(&token).unwrap().finalize().into_bytes();
            token.extend(mac);
            assert_eq!(key().open(&URL_SAFE.encode(token)), Err(DoesNotOpen));
        }
    }

    #[test]
    fn what_is_not_a_key_is_refused_and_a_key_is_not_shown() {
        for text in ["", "abc", &SECRET[..43], &"A".repeat(48)] {
            assert!(FernetKey::parse(text).is_err(), "{text}");
        }
        assert_eq!(format!("{:?}", key()), "<hidden>");
    }
}
