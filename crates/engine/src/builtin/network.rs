//! Addresses and networks of IP, versions 4 and 6.

use std::cmp::Ordering;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::ops::RangeInclusive;

use statehouse_datalog::Value;

/// How two addresses compare: those of version 4 come first.
pub(super) fn compare(left: &Value, right: &Value) -> Option<Ordering> {
    Some(address(left)?.cmp(&address(right)?))
}

pub(super) fn is_in(value: &Value, network: &Value) -> Option<bool> {
    Some(Network::of(network)?.holds(address(value)?))
}

pub(super) fn are_equal(left: &Value, right: &Value) -> Option<bool> {
    Some(Network::of(left)? == Network::of(right)?)
}

/// Whether the second network begins within the first, addresses taken as numbers whatever their version. Not what the name says,
/// but what Congress did: policies rely on it.
pub(super) fn overlap(left: &Value, right: &Value) -> Option<bool> {
    let (left, right) = (Network::of(left)?, Network::of(right)?);
    Some((left.numbers()).contains(right.numbers().start()))
}

/// An address, written in any of its forms, or as a number.
fn address(value: &Value) -> Option<IpAddr> {
    match value {
        Value::Integer(number) => {
            let number = u128::try_from(number.to_big()).ok()?;
            Some(match u32::try_from(number) {
                Ok(number) => Ipv4Addr::from(number).into(),
                Err(_) => Ipv6Addr::from(number).into(),
            })
        }
        Value::String(text) if text.contains(':') => text.parse::<Ipv6Addr>().ok().map(IpAddr::V6),
        Value::String(text) => loose_version_4(text).map(IpAddr::V4),
        Value::Float(_) => None,
    }
}

/// An address of version 4 as `inet_aton` reads it: one to four parts, each decimal, octal or hexadecimal, the last of which
/// fills the rest.
fn loose_version_4(text: &str) -> Option<Ipv4Addr> {
    let parts = text.split('.').map(|part| {
        let (digits, radix) = match part.strip_prefix("0x").or_else(|| part.strip_prefix("0X")) {
            Some(digits) => (digits, 16),
            None if part.len() > 1 && part.starts_with('0') => (part, 8),
            None => (part, 10),
        };
        let is_number = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix));
        if is_number { u32::from_str_radix(digits, radix).ok() } else { None }
    });
    let parts: Vec<u32> = parts.take(5).collect::<Option<_>>()?;
    let (last, leading) = parts.split_last()?;
    if leading.len() > 3 || leading.iter().any(|part| *part > 255) {
        return None;
    }
    let bits_left = 32 - 8 * u32::try_from(leading.len()).ok()?;
    if u64::from(*last) >= 1 << bits_left {
        return None;
    }
    let before = leading.iter().zip([24, 16, 8]).fold(0, |sum, (part, shift)| sum | part << shift);
    Some(Ipv4Addr::from(before | last))
}

/// A network, by its first address and the length of its prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Network {
    first: IpAddr,
    prefix: u32,
}

impl Network {
    /// `10.0.0.0/8`, `10/8`, `10.0.0.0/255.0.0.0`, `fe80::/10`; an address alone is a network of one.
    fn of(value: &Value) -> Option<Self> {
        let Value::String(text) = value else { return None };
        let (address, prefix) =
            text.split_once('/').map_or((&**text, None), |(address, prefix)| (address, Some(prefix)));
        if address.contains(':') {
            let address: Ipv6Addr = address.parse().ok()?;
            let prefix = prefix.map_or(Some(128), |prefix| length(prefix, 128))?;
            let mask = mask(128 - prefix);
            return Some(Self { first: Ipv6Addr::from(u128::from(address) & mask).into(), prefix });
        }
        let address = shortened_version_4(address)?;
        let prefix = match prefix {
            None => 32,
            Some(prefix) => length(prefix, 32).or_else(|| length_of_mask(prefix))?,
        };
        let mask = u32::try_from(mask(32 - prefix) & u128::from(u32::MAX)).ok()?;
        Some(Self { first: Ipv4Addr::from(u32::from(address) & mask).into(), prefix })
    }

    /// Its first and last address.
    fn numbers(self) -> RangeInclusive<u128> {
        let (first, bits) = match self.first {
            IpAddr::V4(first) => (u128::from(u32::from(first)), 32),
            IpAddr::V6(first) => (u128::from(first), 128),
        };
        first..=first | !mask(bits - self.prefix)
    }

    fn holds(self, address: IpAddr) -> bool {
        match (self.first, address) {
            (IpAddr::V4(first), IpAddr::V4(address)) => {
                let mask = mask(32 - self.prefix) & u128::from(u32::MAX);
                u128::from(u32::from(address)) & mask == u128::from(u32::from(first))
            }
            (IpAddr::V6(first), IpAddr::V6(address)) => {
                u128::from(address) & mask(128 - self.prefix) == u128::from(first)
            }
            _ => false,
        }
    }
}

/// One to four decimal parts; what is missing at the end is 0.
fn shortened_version_4(text: &str) -> Option<Ipv4Addr> {
    let parts = text.split('.').map(|part| {
        let is_number = !part.is_empty() && part.chars().all(|digit| digit.is_ascii_digit());
        if is_number { part.parse::<u8>().ok() } else { None }
    });
    let mut parts: Vec<u8> = parts.take(5).collect::<Option<_>>()?;
    if parts.len() > 4 {
        return None;
    }
    parts.resize(4, 0);
    <[u8; 4]>::try_from(parts).ok().map(Ipv4Addr::from)
}

fn length(prefix: &str, most: u32) -> Option<u32> {
    let is_number = !prefix.is_empty() && prefix.chars().all(|digit| digit.is_ascii_digit());
    if is_number { prefix.parse().ok().filter(|length| *length <= most) } else { None }
}

/// The length of the prefix that a mask such as `255.0.0.0` stands for, or its inverse such as `0.255.255.255`.
fn length_of_mask(text: &str) -> Option<u32> {
    let mask = u32::from(text.parse::<Ipv4Addr>().ok()?);
    [mask, !mask].into_iter().find(|mask| mask.leading_ones() == mask.count_ones()).map(u32::leading_ones)
}

/// All bits but the last so many.
fn mask(bits: u32) -> u128 {
    u128::MAX.checked_shl(bits).unwrap_or(0)
}
